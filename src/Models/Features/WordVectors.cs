using System.Numerics.Tensors;

namespace Listening.Models.Features;

/// <summary>Vectors of words, centred and of unit length, a byte a number: word <c>i</c> stands at <c>i × Dimensions</c> of <paramref name="values"/>.</summary>
public sealed class WordVectors(IReadOnlyList<uint> words, IReadOnlyList<float> scales, sbyte[] values)
{
    /// <summary>Numbers of one word.</summary>
    public const int Dimensions = 100;

    private readonly Dictionary<uint, int> places = words.Select((hash, place) => (hash, place)).ToDictionary(pair => pair.hash, pair => pair.place);

    /// <summary>No word has a vector.</summary>
    public static WordVectors Empty { get; } = new([], [], []);

    /// <summary>Hashes of the words.</summary>
    public IReadOnlyList<uint> Words => words;

    /// <summary>What a word's bytes are to be multiplied with.</summary>
    public IReadOnlyList<float> Scales => scales;

    /// <summary>The bytes of all words.</summary>
    public ReadOnlySpan<sbyte> Values => values;

    /// <summary>Writes the vector of a word; false where it has none.</summary>
    public bool TryWrite(uint plain, Span<float> vector)
    {
        if (!places.TryGetValue(plain, out var place)) return false;
        TensorPrimitives.ConvertTruncating<sbyte, float>(values.AsSpan(place * Dimensions, Dimensions), vector);
        TensorPrimitives.Multiply(vector, scales[place], vector);
        return true;
    }
}
