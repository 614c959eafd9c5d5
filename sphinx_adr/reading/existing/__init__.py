"""Decision documents as they stand in the wild: which parts of them are records, and what their heads say."""
