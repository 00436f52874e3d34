using System.Text.Encodings.Web;
using System.Text.Json;

namespace Listening.Web.Commands.Importing;

/// <summary>Where the lines go that were not taken: <c>FILE.rejected.ndjson</c>, made when the first one comes; one of a former run is replaced.</summary>
internal sealed class RejectedFile(string file) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StreamWriter? _writer;

    public string Path { get; } = file + ".rejected.ndjson";

    public long Count { get; private set; }

    public async Task AddAsync(long line, string reason, string? raw)
    {
        _writer ??= new StreamWriter(Path, append: false);
        await _writer.WriteLineAsync(JsonSerializer.Serialize(new { line, reason, raw }, Options));
        Count++;
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        else File.Delete(Path);
    }
}
