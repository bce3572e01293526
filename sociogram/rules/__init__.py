"""What is asked of a situation: errors E01-E15, questions W01-W07."""
