"""What a campaign is. Pure: no screen, no network, no disk."""
