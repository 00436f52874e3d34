using Listening.Collecting.Pulling;
using Listening.Tests.Collecting.Pulling;
using Quartz;
using Xunit;

namespace Listening.Tests.Jobs;

/// <summary>The turns of sources in the scheduler's own SQLite file, on a clock that tests move.</summary>
public sealed class SourceScheduleTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 30, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();
    private readonly MemorySources sources = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_pause_takes_the_turns_away_run_now_reads_all_the_same_and_going_on_gives_them_back()
    {
        await using var bench = await StartAsync(Noon);
        var source = Add(paused: true);
        await bench.Schedule.SetAsync(source.Id, Cancel);
        Assert.True(await bench.HasJobAsync(source.Id));
        Assert.Null(await bench.TurnsAsync(source.Id));
        await bench.Schedule.RunNowAsync(source.Id, Cancel);
        await bench.UntilAskedAsync(1);

        sources.Sources[source.Id] = source with { Paused = false };
        await bench.Schedule.SetAsync(source.Id, Cancel);
        Assert.NotNull(await bench.TurnsAsync(source.Id));
        await bench.UntilAskedAsync(3, step: 10);

        sources.Sources.TryRemove(source.Id, out _);
        await bench.Schedule.SetAsync(source.Id, Cancel);
        Assert.False(await bench.HasJobAsync(source.Id));
    }

    [Fact]
    public async Task Turns_are_a_twentieth_longer_or_shorter_than_said_always_the_same_for_one_source_and_the_first_of_all_are_spread_over_a_minute()
    {
        await using var bench = await StartAsync(Noon);
        var added = Enumerable.Range(0, 40).Select(_ => Add(every: TimeSpan.FromMinutes(10))).ToList();
        foreach (var source in added) await bench.Schedule.SetAsync(source.Id, Cancel);
        var turns = new List<ISimpleTrigger>();
        foreach (var source in added) turns.Add((ISimpleTrigger)(await bench.TurnsAsync(source.Id))!);
        Assert.All(turns, turn => Assert.InRange(turn.RepeatInterval.TotalSeconds, 570, 630));
        Assert.InRange(turns.Select(turn => turn.RepeatInterval).Distinct().Count(), 20, 40);
        Assert.All(turns, turn => Assert.InRange(turn.StartTimeUtc, Noon, bench.Time.GetUtcNow().AddMinutes(1)));
        Assert.InRange((turns.Max(turn => turn.StartTimeUtc) - turns.Min(turn => turn.StartTimeUtc)).TotalSeconds, 40, 60);

        await bench.Schedule.SetAsync(added[0].Id, Cancel);
        Assert.Equal(turns[0].RepeatInterval, ((ISimpleTrigger)(await bench.TurnsAsync(added[0].Id))!).RepeatInterval);
    }

    [Fact]
    public async Task Turns_that_were_missed_while_the_program_was_away_are_made_up_for_by_one()
    {
        Add(every: TimeSpan.FromMinutes(5));
        await using (var first = await StartAsync(Noon))
        {
            await first.UntilAskedAsync(1);
            await first.UntilAsync(first.RestsAsync);
            await first.StopAsync();
        }

        var later = Noon.AddHours(6);
        await using var next = await StartAsync(later);
        await next.UntilAskedAsync(1);
        // Were the others made up for too, they would be read before the next turn.
        await next.UntilAskedAsync(2, step: 5);
        var asked = next.Asked.ToArray();
        Assert.InRange(asked[0], later, later.AddMinutes(2));
        Assert.InRange((asked[1] - asked[0]).TotalSeconds, 240, 380);
    }

    [Fact]
    public async Task A_run_that_was_killed_is_done_again_by_the_next_start()
    {
        var source = Add(every: TimeSpan.FromHours(6));
        var hangs = new TaskCompletionSource<PageAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var killed = await StartAsync(Noon);
        killed.Answer = () => hangs.Task;
        await killed.UntilAskedAsync(1);
        // What lies on the disk at this instant is what kill -9 leaves.
        File.Copy(directory.File("jobs.db"), directory.File("left.db"));

        await using var next = await ScheduleBench.StartAsync(directory.File("left.db"), Noon.AddMinutes(5), sources);
        await next.UntilAskedAsync(1);
        Assert.InRange(next.Asked.First(), Noon.AddMinutes(5), Noon.AddMinutes(10));
        hangs.SetResult(SourcePage.Unchanged);
        Assert.NotNull(await next.TurnsAsync(source.Id));
    }

    [Fact]
    public async Task Who_was_refused_comes_back_when_the_source_said_and_not_with_its_next_turn()
    {
        var source = Add(every: TimeSpan.FromMinutes(1));
        await using var bench = await StartAsync(Noon);
        var until = default(DateTimeOffset);
        bench.Answer = () =>
        {
            until = bench.Time.GetUtcNow().AddMinutes(7);
            bench.Answer = () => Task.FromResult<PageAnswer>(SourcePage.Unchanged);
            return Task.FromResult<PageAnswer>(new PageFailure(FailureKind.RateLimited, "too often", until));
        };
        await bench.UntilAskedAsync(1);
        await bench.UntilAsync(async () => await bench.TurnsAsync(source.Id, "-again") is not null);
        Assert.InRange((await bench.TurnsAsync(source.Id, "-again"))!.StartTimeUtc, until.AddSeconds(-1), until.AddSeconds(1));
        await bench.UntilAskedAsync(2, step: 2);
        Assert.InRange(bench.Asked.ElementAt(1), until, until.AddSeconds(30));
    }

    [Fact]
    public async Task At_every_start_the_schedule_is_brought_to_what_the_list_says()
    {
        var (kept, removed) = (Add(), Add());
        await using (var first = await StartAsync(Noon))
        {
            await first.UntilAsync(async () => await first.HasJobAsync(kept.Id) && await first.HasJobAsync(removed.Id));
            await first.UntilAsync(first.RestsAsync);
            await first.StopAsync();
        }

        // Another process, or a restored copy, changed the list meanwhile.
        sources.Sources.TryRemove(removed.Id, out _);
        var added = Add(every: TimeSpan.FromMinutes(20));
        sources.Sources[kept.Id] = kept with { Every = TimeSpan.FromMinutes(40) };
        await using var next = await StartAsync(Noon.AddMinutes(1));
        await next.UntilAsync(async () => await next.HasJobAsync(added.Id) && !await next.HasJobAsync(removed.Id));
        Assert.InRange(((ISimpleTrigger)(await next.TurnsAsync(kept.Id))!).RepeatInterval.TotalMinutes, 38, 42);
    }

    private ConfiguredSource Add(TimeSpan? every = null, bool paused = false)
    {
        var source = new ConfiguredSource(Guid.NewGuid(), $"source-{sources.Sources.Count}", "listing") { Every = every ?? TimeSpan.FromMinutes(2), Paused = paused, Added = Noon };
        sources.Sources[source.Id] = source;
        return source;
    }

    private Task<ScheduleBench> StartAsync(DateTimeOffset now) => ScheduleBench.StartAsync(directory.File("jobs.db"), now, sources);
}
