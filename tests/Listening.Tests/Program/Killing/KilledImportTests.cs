using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>`listening import`, killed at random instants on one data directory.</summary>
public sealed class KilledImportTests(EngineFixture engine)
{
    private const int ThreadsAFile = 700, MostTries = 6, ChecksEvery = 25;

    [Fact]
    public async Task An_import_killed_at_any_instant_loses_nothing_it_had_told_and_doubles_nothing()
    {
        using var world = new KilledWorld(offset: 1);
        var (files, told) = (new List<string>(), new List<string>());
        var (wanted, tries, lasts) = (Kills.Share(40), 0, 2500.0);
        while (world.Killed < wanted)
        {
            if (tries == 0) files.Add(world.Write($"{files.Count}.ndjson", Threads.Batch(files.Count * ThreadsAFile, ThreadsAFile)));
            // Mostly where it works, sometimes while it starts; what is never let through would not be told as done.
            double? after = ++tries > MostTries ? null : lasts * (world.Chance.Next(5) == 0 ? world.Chance.NextDouble() : 0.4 + (0.7 * world.Chance.NextDouble()));
            var (code, output, milliseconds) = await KilledWorld.RunAsync(["import", files[^1], "--data", world.Data], after);
            if (code is null)
            {
                world.Killed++;
                if (world.Killed % ChecksEvery == 0 && told.Count > 0) await HasAsync(world, told);
                // Whether it is tried again or left half done for the end.
                if (world.Chance.Next(3) == 0) tries = 0;
                continue;
            }

            Assert.True(code == 0, $"Seed {world.Seed}, after {world.Killed} kills: {output}");
            lasts = (lasts + milliseconds) / 2;
            told.Add(files[^1]);
            tries = 0;
        }

        await HasAsync(world, told);
        Assert.Equal(0, (await KilledWorld.RunAsync(["import", .. files, "--data", world.Data], killAfter: null)).Code);
        var clean = await world.CleanAsync(world.Write("all.ndjson", files.SelectMany(File.ReadLines)));
        await world.FactsAsync(world.Data, clean);
        await world.SameTruthAsync(engine);
        TestContext.Current.SendDiagnosticMessage("Import: killed {0} times, seed {1}, {2} files, {3} facts", world.Killed, world.Seed, files.Count, clean.Count);
    }

    /// <summary>What an import told to be in is in: again it adds nothing.</summary>
    private static async Task HasAsync(KilledWorld world, List<string> told)
    {
        if (told.Count == 0) return;
        var (code, output, _) = await KilledWorld.RunAsync(["import", .. told, "--data", world.Data], killAfter: null);
        Assert.True(code == 0 && output.Contains("0 accepted, ", StringComparison.Ordinal) && output.Contains(" 0 updated, 0 rejected", StringComparison.Ordinal)
            && !output.Contains("0 accepted, 0 duplicate", StringComparison.Ordinal), $"Seed {world.Seed}, after {world.Killed} kills: {output}");
    }
}
