namespace Listening.Models.Evaluating;

/// <summary>What so many labels teach.</summary>
/// <param name="Labels">How many texts were labelled.</param>
/// <param name="Draws">How many different samples of that size were learned from.</param>
/// <param name="Texts">Texts it was held against.</param>
/// <param name="MacroF1">Mean macro-F1 over the samples.</param>
/// <param name="Lowest">Lowest of them.</param>
/// <param name="Highest">Highest of them.</param>
public sealed record CurvePoint(int Labels, int Draws, int Texts, double MacroF1, double Lowest, double Highest);
