namespace Listening.Models.Evaluating;

/// <summary>What it costs to miss few.</summary>
/// <param name="Least">A text counts as of the label from this probability on.</param>
/// <param name="Recall">Share of the label's texts that are found.</param>
/// <param name="Precision">Share of what is found that is the label's.</param>
public sealed record RecallPoint(double Least, double Recall, double Precision);
