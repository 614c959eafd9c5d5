"""What a build with decisions costs, measured beside Sphinx alone and beside sphinx-needs."""
