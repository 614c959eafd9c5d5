"""What comes out beside the pages."""
