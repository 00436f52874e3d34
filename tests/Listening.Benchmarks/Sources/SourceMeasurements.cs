using System.Globalization;
using Listening.Access;
using Listening.Collecting.Pulling;
using Listening.Desk.Sources;
using Listening.Tests;
using Listening.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Listening.Benchmarks.Sources;

/// <summary>
/// The whole program in this process with many sources: does the scheduler with its SQLite store keep up? The lag of a turn is from the instant it was due to the instant
/// it began.
/// </summary>
internal static class SourceMeasurements
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly Actor By = new("benchmark", null);

    public static async Task<int> RunAsync(SourceArguments arguments)
    {
        using var directory = new TemporaryDirectory();
        Environment.SetEnvironmentVariable("LISTENING__Sources__AllowedNetworks", "127.0.0.0/8");
        Environment.SetEnvironmentVariable("LISTENING__Logging__LogLevel__Default", "Warning");
        await using var feeds = await ManyFeeds.StartAsync(arguments.Sources, Time);
        await using var app = await ListeningServer.BuildAsync(new("http://127.0.0.1:8470", directory.Path, false), Time, CancellationToken.None);
        await app.StartAsync();
        try
        {
            var run = new Run(app, feeds, TimeSpan.FromSeconds(arguments.Seconds), TimeSpan.FromSeconds(arguments.Pause));
            var table = await run.MeasureAsync(arguments.Sources);
            Console.WriteLine(table);
            if (arguments.Out is { } path) await File.WriteAllTextAsync(path, table);
        }
        finally
        {
            await app.StopAsync();
        }

        return 0;
    }

    private sealed class Run(WebApplication app, ManyFeeds feeds, TimeSpan window, TimeSpan pause)
    {
        private readonly ConfiguredSources sources = app.Services.GetRequiredService<ConfiguredSources>();
        private readonly SourceStates states = app.Services.GetRequiredService<SourceStates>();
        private readonly SourcePuller puller = app.Services.GetRequiredService<SourcePuller>();
        private readonly ISourceSchedule schedule = app.Services.GetRequiredService<ISourceSchedule>();
        private readonly TurnClock clock = new(Time);

        public async Task<string> MeasureAsync(int count)
        {
            var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            scheduler.ListenerManager.AddJobListener(clock, [GroupMatcher<JobKey>.GroupEquals("sources")]);
            scheduler.ListenerManager.AddTriggerListener(clock, [GroupMatcher<TriggerKey>.GroupEquals("sources")]);
            var table = new SourceTable(count, window);
            await AddAsync(count);
            foreach (var (load, every) in Loads(count))
            {
                await scheduler.Standby();
                var listed = await SetAsync(every);
                var (missed, asked) = (clock.Missed, feeds.Requests);
                var from = Time.GetUtcNow();
                await scheduler.Start();
                await Task.Delay(window, Time);
                var to = Time.GetUtcNow();
                // What was due at the end has a little time to begin.
                await Task.Delay(TimeSpan.FromSeconds(5), Time);
                await scheduler.Standby();
                table.Add(load, "scheduler", listed, [.. clock.Turns.Where(turn => turn.Due >= from && turn.Due < to)], clock.Missed - missed, feeds.Requests - asked);
                asked = feeds.Requests;
                await ForgetAsync(listed);
                table.Add(load, "bare timers", listed, await BareTimers.RunAsync(listed, puller, window, Time), 0, feeds.Requests - asked);
            }

            if (pause > TimeSpan.Zero) table.CatchUp(pause, await CatchUpAsync(scheduler));
            return table.ToString();
        }

        private static IEnumerable<(string Load, Func<int, TimeSpan> Every)> Loads(int count)
        {
            yield return ("mixed", number => TimeSpan.FromMinutes(number < count / 5 ? 1 : number < count * 7 / 10 ? 5 : 15));
            yield return ("every minute", _ => TimeSpan.FromMinutes(1));
        }

        private async Task AddAsync(int count)
        {
            for (var number = 0; number < count; number++)
            {
                var source = new ConfiguredSource(Guid.NewGuid(), $"feed-{number:D4}", "feed")
                {
                    Values = new Dictionary<string, string> { ["address"] = ManyFeeds.Address(number) },
                    Every = TimeSpan.FromMinutes(15),
                    Added = Time.GetUtcNow(),
                };
                await sources.AddAsync(source, By, CancellationToken.None);
            }
        }

        /// <summary>Gives the sources their intervals, with turns spread over them as after a long run.</summary>
        private async Task<IReadOnlyList<ConfiguredSource>> SetAsync(Func<int, TimeSpan> every)
        {
            var listed = await sources.ListAsync(CancellationToken.None);
            var chance = new Random(1);
            for (var number = 0; number < listed.Count; number++)
            {
                var next = listed[number] with { Every = every(number), Version = listed[number].Version + 1 };
                await sources.ChangeAsync(next, By, CancellationToken.None);
                await states.WriteAsync(next.Id, new() { Tried = Time.GetUtcNow() - (next.Every * chance.NextDouble()) }, CancellationToken.None);
                await schedule.SetAsync(next.Id, CancellationToken.None);
            }

            return await sources.ListAsync(CancellationToken.None);
        }

        private async Task ForgetAsync(IReadOnlyList<ConfiguredSource> listed)
        {
            foreach (var source in listed) await states.WriteAsync(source.Id, new(), CancellationToken.None);
        }

        /// <summary>Seconds until every source was read once, after all of them missed a turn.</summary>
        private async Task<double> CatchUpAsync(IScheduler scheduler)
        {
            var listed = await SetAsync(_ => TimeSpan.FromMinutes(1));
            await Task.Delay(pause, Time);
            var from = Time.GetUtcNow();
            await scheduler.Start();
            var waiting = listed.Select(source => source.Id).ToHashSet();
            while (waiting.Count > 0)
            {
                await Task.Delay(200);
                foreach (var turn in clock.Turns.Where(turn => turn.Began >= from)) waiting.Remove(turn.Source);
                if (Time.GetUtcNow() - from > TimeSpan.FromMinutes(5)) throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{waiting.Count} sources were not read within five minutes"));
            }

            return (Time.GetUtcNow() - from).TotalSeconds;
        }
    }
}
