namespace Listening.Classifying;

/// <summary>A piece of a text with what it adds to a label's score.</summary>
/// <param name="Text">The word or words, or in brackets how the text is written.</param>
/// <param name="Weight">In natural logarithms of odds against the mean of all labels; below zero it speaks against the label. Of a topic told by terms: how often the term is there.</param>
public sealed record MovingPiece(string Text, double Weight);
