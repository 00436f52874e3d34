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

    /// <summary>The vector of a word as bytes, to be multiplied with <paramref name="scale"/>; false where it has none.</summary>
    public bool TryFind(uint plain, out ReadOnlySpan<sbyte> vector, out float scale)
    {
        var found = places.TryGetValue(plain, out var place);
        vector = found ? values.AsSpan(place * Dimensions, Dimensions) : [];
        scale = found ? scales[place] : 0;
        return found;
    }

    /// <summary>Writes the vector of a word; false where it has none.</summary>
    public bool TryWrite(uint plain, Span<float> vector)
    {
        if (!TryFind(plain, out var bytes, out var scale)) return false;
        TensorPrimitives.ConvertTruncating(bytes, vector);
        TensorPrimitives.Multiply(vector, scale, vector);
        return true;
    }
}
