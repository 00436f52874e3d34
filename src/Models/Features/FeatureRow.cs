namespace Listening.Models.Features;

/// <summary>
/// One text as numbers. A bucket's value is its weight in the featurizer times the scale of its block, so that the words of a text and its letters have
/// length one each.
/// </summary>
/// <param name="Buckets">Buckets of words, then those of letters.</param>
/// <param name="Words">How many of them are of words.</param>
/// <param name="WordScale">Scale of the words' block.</param>
/// <param name="LetterScale">Scale of the letters' block.</param>
/// <param name="Dense">Lexicon block and vector block.</param>
public sealed record FeatureRow(int[] Buckets, int Words, float WordScale, float LetterScale, float[] Dense);
