using Listening.Models.Data;
using Listening.Models.Learning;
using Xunit;

namespace Listening.Tests.Models;

public sealed class GoldSetTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public void A_text_of_the_gold_set_is_learned_from_by_nobody_however_it_is_written()
    {
        Directory.CreateDirectory(directory.File("some"));
        File.WriteAllText(directory.File("some/t.tsv"), "label\ttext\na\t@One where is MY parcel?\nb\tanother text\nb\tAnother  text\n");
        var gold = new GoldSet(["@two where is my parcel?"], new Dictionary<string, IReadOnlyList<Example>> { [GoldSet.Intent] = [new("x", "question"), new("y", "praise")] });
        var data = new DataFolder(directory.Path, gold);
        Assert.Equal([new Example("another text", "b")], data.Read(new DataSource("some", "t.tsv", row => row["label"])));
        Assert.Equal([new Example("x", "ask"), new Example("y", "rest")], data.Read(new DataSource(GoldSet.Name, GoldSet.Intent, row => row["label"] == "question" ? "ask" : "rest")));
        Assert.Empty(data.Read(new DataSource(GoldSet.Name, GoldSet.Topic, row => row["label"])));
    }

    public void Dispose() => directory.Dispose();
}
