namespace Listening.Models.Learning;

/// <summary>A model as bytes, and back.</summary>
public static class ModelArtefact
{
    private const string Kind = "LSMODEL1";

    /// <summary>The bytes of a model: gaps between its buckets, its values label by label, then its numbers.</summary>
    public static byte[] Write(LinearModel model)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        writer.Write(model.Buckets.Length);
        writer.Write(model.Dense.Length);
        var last = -1;
        foreach (var bucket in model.Buckets)
        {
            writer.Write7BitEncodedInt(bucket - last - 1);
            last = bucket;
        }

        for (var label = 0; label < model.Labels; label++)
            for (var at = label; at < model.Values.Length; at += model.Labels) writer.Write(model.Values[at]);
        foreach (var number in (float[])[.. model.Scales, .. model.Bias, .. model.Dense]) writer.Write(number);
        writer.Flush();
        return ArtefactFile.Write(Kind, model.Head, body.ToArray());
    }

    /// <summary>The model of these bytes.</summary>
    public static LinearModel Read(ReadOnlySpan<byte> bytes)
    {
        var (head, body) = ArtefactFile.Read<ModelHead>(Kind, bytes);
        using var reader = new BinaryReader(new MemoryStream(body));
        var (buckets, labels) = (new int[reader.ReadInt32()], head.Labels.Count);
        var dense = reader.ReadInt32();
        var last = -1;
        for (var at = 0; at < buckets.Length; at++) buckets[at] = last = last + 1 + reader.Read7BitEncodedInt();
        var values = new sbyte[buckets.Length * labels];
        for (var label = 0; label < labels; label++)
            for (var at = label; at < values.Length; at += labels) values[at] = reader.ReadSByte();
        var (scales, bias) = (Numbers(reader, labels), Numbers(reader, labels));
        return new LinearModel(head, buckets, values, scales, Numbers(reader, dense), bias);
    }

    private static float[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var at = 0; at < count; at++) numbers[at] = reader.ReadSingle();
        return numbers;
    }
}
