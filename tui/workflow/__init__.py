"""What one run knows, and the order of events. The only room with state."""
