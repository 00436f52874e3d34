namespace Listening.Models.Features;

/// <summary>What the lexicons say of a word; 0 where one does not know it.</summary>
/// <param name="Vader">VADER's valence times ten, -127 to 127; of an emoji the sum over the words of its name (Hutto and Gilbert 2014).</param>
/// <param name="Afinn">AFINN-165's valence, -5 to 5 (Nielsen 2011).</param>
/// <param name="Opinion">1 in Hu and Liu's positive list, -1 in the negative one (KDD 2004).</param>
public readonly record struct LexiconEntry(sbyte Vader, sbyte Afinn, sbyte Opinion);
