using Listening.Models.Learning;

namespace Listening.Models.Features;

/// <summary>A featurizer as bytes, and back.</summary>
public static class FeaturizerArtefact
{
    private const string Kind = "LSFEATS1";

    /// <summary>The bytes of a featurizer.</summary>
    public static byte[] Write(Featurizer featurizer, FeaturizerHead head)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        writer.Write(featurizer.Steps);
        foreach (var number in featurizer.Means) writer.Write(number);
        foreach (var number in featurizer.Spreads) writer.Write(number);
        var entries = featurizer.Lexicon.Entries.ToList();
        writer.Write(entries.Count);
        foreach (var (hash, entry) in entries)
        {
            writer.Write(hash);
            writer.Write(entry.Vader);
            writer.Write(entry.Afinn);
            writer.Write(entry.Opinion);
        }

        writer.Write(featurizer.Vectors.Words.Count);
        foreach (var hash in featurizer.Vectors.Words) writer.Write(hash);
        foreach (var scale in featurizer.Vectors.Scales) writer.Write(scale);
        foreach (var value in featurizer.Vectors.Values) writer.Write(value);
        writer.Flush();
        return ArtefactFile.Write(Kind, head, body.ToArray());
    }

    /// <summary>The featurizer of these bytes.</summary>
    public static Featurizer Read(ReadOnlySpan<byte> bytes)
    {
        var (_, body) = ArtefactFile.Read<FeaturizerHead>(Kind, bytes);
        using var reader = new BinaryReader(new MemoryStream(body));
        var steps = reader.ReadBytes(NGrams.Buckets);
        var (means, spreads) = (Numbers(reader, LexiconBlock.Size), Numbers(reader, LexiconBlock.Size));
        var entries = new Dictionary<uint, LexiconEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--) entries.Add(reader.ReadUInt32(), new LexiconEntry(reader.ReadSByte(), reader.ReadSByte(), reader.ReadSByte()));
        return new Featurizer(steps, new Lexicon(entries), means, spreads, Vectors(reader));
    }

    private static WordVectors Vectors(BinaryReader reader)
    {
        var words = new uint[reader.ReadInt32()];
        for (var at = 0; at < words.Length; at++) words[at] = reader.ReadUInt32();
        var scales = Numbers(reader, words.Length);
        return new WordVectors(words, scales, [.. reader.ReadBytes(words.Length * WordVectors.Dimensions).Select(value => (sbyte)value)]);
    }

    private static float[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var at = 0; at < count; at++) numbers[at] = reader.ReadSingle();
        return numbers;
    }
}
