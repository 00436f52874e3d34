using System.CommandLine;
using Listening.Sources.Files;
using Listening.Web.Commands;
using Listening.Web.Commands.Importing;
using Listening.Web.Ingesting;
using Xunit;

namespace Listening.Tests.Ingesting;

public sealed class FileImportTests : IDisposable
{
    // A part has 20 000 lines.
    private const int Lines = 40_001;
    private readonly TemporaryDirectory directory = new();
    private readonly StringWriter output = new(), error = new();

    [Fact(Timeout = 60_000)]
    public async Task A_part_is_under_way_while_the_one_before_is_stored()
    {
        var second = new TaskCompletionSource();
        var target = new Target(async part =>
        {
            if (part == 1) await second.Task;
            if (part == 2) second.SetResult();
        });
        Assert.Equal(0, await ImportAsync(target));
        Assert.Equal([20_000, 20_000, 1], target.Parts);
        Assert.StartsWith("40,001 accepted, 0 duplicate, 0 updated, 0 rejected\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_fails_is_told_when_nothing_is_under_way_any_more()
    {
        var (second, stored) = (new TaskCompletionSource(), false);
        var target = new Target(async part =>
        {
            if (part == 1)
            {
                await second.Task;
                throw new HttpRequestException("The server is gone.");
            }

            second.SetResult();
            await Task.Yield();
            stored = true;
        });
        Assert.Equal(1, await ImportAsync(target));
        Assert.True(stored);
        Assert.Equal([20_000, 20_000], target.Parts);
        Assert.EndsWith("The server is gone.\n", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();

    private async Task<int> ImportAsync(Target target)
    {
        var file = directory.File("posts.ndjson");
        await File.WriteAllLinesAsync(
            file, Enumerable.Range(0, Lines).Select(id => $$"""{"source":"mastodon","id":"{{id}}","author":{"id":"7"},"text":"hm","postedAt":"2026-01-05T09:12:44Z"}"""), TestContext.Current.CancellationToken);
        var command = ImportCommand.Create(TimeProvider.System, (_, _) => Task.FromResult<IImportTarget>(target));
        return await command.Parse([file, "--data", directory.File("data")]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
    }

    private sealed class Target(Func<int, Task> store) : IImportTarget
    {
        public List<int> Parts { get; } = [];

        public Uri? Address => null;

        public async Task<IngestAnswer> SendAsync(IReadOnlyList<ReadLine> lines, CancellationToken cancellationToken)
        {
            Parts.Add(lines.Count);
            await store(Parts.Count);
            return new(lines.Count, 0, 0, [], 0);
        }

        public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
