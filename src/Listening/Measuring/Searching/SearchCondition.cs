namespace Listening.Measuring.Searching;

/// <summary>What a search asks of a post; true or false for every post, never unknown.</summary>
public abstract record SearchCondition;
