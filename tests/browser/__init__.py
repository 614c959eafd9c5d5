"""The pages as readers see them: in Debian's Chromium, in many themes. ``tox -e browser`` runs these tests."""
