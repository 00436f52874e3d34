using System.Globalization;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Files;

namespace Listening.Sources.Folder;

/// <summary>Reads the files of one folder in the order of their names, some thousand lines a page.</summary>
internal sealed class FolderReader(FolderRoot root, string folder, string source, TimeProvider time) : ISourceReader
{
    private const int LinesPerPage = 2000;
    private const string RejectedEnd = ".rejected.ndjson";

    // A file that somebody is still writing waits.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public IReadOnlyList<SourceStream> Streams { get; } = [new("files", PageDirection.Forward) { Overlap = TimeSpan.Zero, BringsPast = true }];

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FolderMark.Parse(request.After) is not { } mark) return new PageFailure(FailureKind.TokenRefused, "the place where the last run stopped cannot be read");
        // Asked anew each time: a link may have been put there since.
        if (root.Find(folder) is not { } path || !Directory.Exists(path)) return new PageFailure(FailureKind.Misconfigured, "the folder is not there");
        try
        {
            var files = Files(path);
            var known = files.ToDictionary(file => file.Name, Look);
            mark = mark with { Read = mark.Read.Where(read => known.ContainsKey(read.Key)).ToDictionary() };
            var next = files.Find(file => mark.Read.GetValueOrDefault(file.Name) != known[file.Name] && time.GetUtcNow() - file.LastWriteTimeUtc >= Rest);
            return next is null ? new SourcePage([], PageEnd.Complete) { Next = mark.ToString() } : await ReadAsync(mark, next, known[next.Name], cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new PageFailure(FailureKind.Unreachable, $"the folder or a file in it cannot be read ({fault.GetType().Name})");
        }
    }

    private async Task<PageAnswer> ReadAsync(FolderMark mark, FileInfo file, string look, CancellationToken cancellationToken)
    {
        var begun = mark.Name == $"{file.Name}|{look}" ? mark.Lines : 0;
        var (items, rejected, read) = (new List<PageItem>(), new List<(long Line, string Reason, string? Raw)>(), 0L);
        var more = false;
        try
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
            await foreach (var line in PostFile.ReadAsync(stream, PostFile.FormatOf(file.Name)!.Value, new CsvPostOptions { Source = source }, cancellationToken))
            {
                if (++read <= begun) continue;
                if (more = read > begun + LinesPerPage) break;
                if (line.Post is { } post) items.Add(new(post));
                else rejected.Add((line.Line, line.Reason!, line.Raw));
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or PostFormatException)
        {
            rejected.Add((read + 1, $"the rest of the file cannot be read: {PostFormatException.Shown(fault.Message)}", null));
        }

        if (rejected.Count > 0) await NoteAsync(file, rejected, begun == 0, cancellationToken);
        var next = more ? mark with { Name = $"{file.Name}|{look}", Lines = begun + LinesPerPage } : new FolderMark(new Dictionary<string, string>(mark.Read) { [file.Name] = look });
        return new SourcePage(items, PageEnd.More)
        {
            Next = next.ToString(),
            Rejected = [.. rejected.Select(line => string.Create(CultureInfo.InvariantCulture, $"{PostFormatException.Shown(file.Name)}, line {line.Line}: {line.Reason}"))],
        };
    }

    private static List<FileInfo> Files(string path) =>
    [
        .. new DirectoryInfo(path).EnumerateFiles()
            .Where(file => file.LinkTarget is null && file.Name[0] != '.' && PostFile.FormatOf(file.Name) is not null && !file.Name.EndsWith(RejectedEnd, StringComparison.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    private static string Look(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}/{file.LastWriteTimeUtc.Ticks}");

    private static async Task NoteAsync(FileInfo file, IEnumerable<(long Line, string Reason, string? Raw)> rejected, bool anew, CancellationToken cancellationToken)
    {
        var beside = new FileInfo(file.FullName + RejectedEnd);
        if (beside.LinkTarget is not null) throw new IOException("A link lies where rejected lines are written.");
        await using var stream = new FileStream(beside.FullName, anew ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.Read);
        await using var writer = new StreamWriter(stream);
        foreach (var (line, reason, raw) in rejected) await writer.WriteLineAsync(JsonSerializer.Serialize(new { line, reason, raw }, JsonSerializerOptions.Web).AsMemory(), cancellationToken);
    }
}
