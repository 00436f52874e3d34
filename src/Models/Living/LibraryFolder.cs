using System.Text.Json;
using System.Text.Json.Serialization;
using Listening.Models.Learning;

namespace Listening.Models.Living;

/// <summary>
/// The folder of what was trained here: <c>TASK/VERSION/model.bin</c> and <c>card.md</c>, <c>TASK/state.json</c>, <c>topics.json</c>, and <c>frozen/TASK.tsv</c> where
/// somebody put one. A file that is named by another is written before it, and each is put in its place whole.
/// </summary>
public sealed class LibraryFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What is kept of a task.</summary>
    public async Task<TaskState> StateAsync(string task, CancellationToken cancellationToken) =>
        await ReadAsync<TaskState>(Path.Combine(path, task, "state.json"), cancellationToken) ?? TaskState.None;

    /// <summary>Keeps it.</summary>
    public Task WriteAsync(string task, TaskState state, CancellationToken cancellationToken) => WriteAsync(Path.Combine(path, task, "state.json"), Bytes(state), cancellationToken);

    /// <summary>The own topics.</summary>
    public async Task<TopicTaxonomy> TopicsAsync(CancellationToken cancellationToken) =>
        await ReadAsync<TopicTaxonomy>(Path.Combine(path, "topics.json"), cancellationToken) ?? TopicTaxonomy.None;

    /// <summary>Keeps them.</summary>
    public Task WriteAsync(TopicTaxonomy topics, CancellationToken cancellationToken) => WriteAsync(Path.Combine(path, "topics.json"), Bytes(topics), cancellationToken);

    /// <summary>A model that was trained here; throws <see cref="ArtefactException"/> when it is damaged.</summary>
    public async Task<LinearModel> ModelAsync(string task, string version, CancellationToken cancellationToken) =>
        ModelArtefact.Read(await File.ReadAllBytesAsync(Path.Combine(path, task, version, "model.bin"), cancellationToken));

    /// <summary>The card of a model that was trained here.</summary>
    public Task<string> CardAsync(string task, string version, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(path, task, version, "card.md"), cancellationToken);

    /// <summary>Keeps a model with its card.</summary>
    public async Task WriteAsync(string task, string version, byte[] artefact, string card, CancellationToken cancellationToken)
    {
        await WriteAsync(Path.Combine(path, task, version, "model.bin"), artefact, cancellationToken);
        await WriteAsync(Path.Combine(path, task, version, "card.md"), System.Text.Encoding.UTF8.GetBytes(card), cancellationToken);
    }

    /// <summary>The frozen set that somebody put here for a task; empty when nobody did. Throws <see cref="InvalidDataException"/> for a line that is not text, tab, label.</summary>
    public async Task<IReadOnlyList<Example>> FrozenAsync(string task, CancellationToken cancellationToken)
    {
        var file = Path.Combine(path, "frozen", $"{task}.tsv");
        if (!File.Exists(file)) return [];
        return [.. (await File.ReadAllLinesAsync(file, cancellationToken)).Where(line => line.Length > 0).Select((line, at) => line.Split('\t') is [var text, var label]
            ? new Example(text, label)
            : throw new InvalidDataException($"{file}, line {at + 1}: text, tab and label are expected."))];
    }

    private static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static async Task<T?> ReadAsync<T>(string file, CancellationToken cancellationToken) where T : class =>
        File.Exists(file) ? JsonSerializer.Deserialize<T>(await File.ReadAllBytesAsync(file, cancellationToken), Json) : null;

    private static async Task WriteAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + ".new", bytes, cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }
}
