using Listening.Sources.Files;
using Listening.Web.Ingesting;

namespace Listening.Web.Commands.Importing;

/// <summary>Brings one file to its target in bounded memory: while one part is stored the next is sorted and the one after that is read.</summary>
internal sealed class FileImport(IImportTarget target, PostFileFormat format, CsvPostOptions options)
{
    private const int PartSize = 20_000;

    private ImportCount _count = ImportCount.None;
    private long _lines;

    /// <summary>What was brought so far; complete when the run ended well, and what is stored when it did not.</summary>
    public ImportCount Count => _count;

    /// <summary>Throws what reading the file throws, after everything before that was sent, and what the target throws.</summary>
    public async Task RunAsync(string file, RejectedFile rejected, Func<long, ImportProgress> progressOf, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        var progress = progressOf(stream.Length);
        var sending = Task.FromResult<(IReadOnlyList<ReadLine>, IngestAnswer)>(([], new(0, 0, 0, [], 0)));
        Exception? broken = null;
        await using var lines = PostFile.ReadAsync(stream, format, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var more = true; more;)
        {
            var part = new List<ReadLine>();
            try
            {
                while (part.Count < PartSize && (more = await lines.MoveNextAsync())) part.Add(lines.Current);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or FormatException)
            {
                (broken, more) = (exception, false);
            }

            // The next is sent before the last is answered, so that its sorting goes on beside the other's storing.
            var (before, next) = (sending, SendAsync(part, cancellationToken));
            sending = next;
            await NoteAsync(await BothAsync(before, next), rejected);
            _lines += part.Count;
            await progress.ShowAsync(stream.Position, _lines);
        }

        await NoteAsync(await sending, rejected);
        await progress.ShowAsync(stream.Position, _lines, done: true);
        if (broken is not null) throw new InvalidDataException(broken.Message, broken);
    }

    private async Task<(IReadOnlyList<ReadLine> Lines, IngestAnswer Answer)> SendAsync(List<ReadLine> part, CancellationToken cancellationToken) =>
        (part, part.Count == 0 ? new(0, 0, 0, [], 0) : await target.SendAsync(part, cancellationToken));

    // What is under way may not outlive a failure of what came before it.
    private static async Task<T> BothAsync<T>(Task<T> before, Task next)
    {
        try
        {
            return await before;
        }
        catch
        {
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task NoteAsync((IReadOnlyList<ReadLine> Lines, IngestAnswer Answer) part, RejectedFile rejected)
    {
        var (lines, answer) = part;
        _count = _count.With(answer);
        var refused = answer.Rejected.ToDictionary(line => line.Line, line => line.Reason);
        foreach (var line in lines)
        {
            if ((line.Reason ?? refused.GetValueOrDefault(line.Line)) is { } reason)
            {
                await rejected.AddAsync(line.Line, reason, line.Raw ?? line.Post?.Text);
                if (line.Post is null) _count = _count with { Rejected = _count.Rejected + 1 };
            }
            else
            {
                _count = _count.With(line.Post!.SourcePostedAt);
            }
        }
    }
}
