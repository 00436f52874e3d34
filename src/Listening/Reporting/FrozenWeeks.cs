namespace Listening.Reporting;

/// <summary>The first four weeks of a brand as they were recorded, once: what later periods are held against.</summary>
/// <param name="Brand">Our brand; null for all of ours.</param>
/// <param name="At">When they were recorded.</param>
/// <param name="Report">Their report as of their end, with values, definitions, and the versions of models, brands and targets.</param>
public sealed record FrozenWeeks(string? Brand, DateTimeOffset At, EngagementReport Report);
