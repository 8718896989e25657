"""What may go wrong outside of the app: kills, full disks, damaged files, hostile text."""
