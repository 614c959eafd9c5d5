"""What authors write: thin directives that leave placeholders, and the roles."""
