"""What the app has: key queue, cursor, input, signals, start-up, the driver that sends differences."""
