"""The core: people, situations, directory, referral, access, stores. Draws nothing, serves nothing."""
