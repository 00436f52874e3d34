namespace Listening.Tests.Findings;

/// <summary>A change that was made on purpose.</summary>
/// <param name="Series">Which series.</param>
/// <param name="First">Its first day of the period, from 0.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Effect">The logarithm of the ratio: of counts, of odds, of times.</param>
internal sealed record PlantedChange(int Series, int First, int Last, double Effect);
