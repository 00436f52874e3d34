namespace Listening.Models.Learning;

/// <summary>A text with what a person said it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The label, or several with <c>|</c> between them: one of these, it is not known which.</param>
public sealed record Example(string Text, string Label);
