using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>`listening serve` in an empty data directory, killed at random instants while it makes its stores.</summary>
public sealed class KilledFirstStartTests
{
    // From the first file of the relational store to a server that answers, with room for a slow machine.
    private const double Making = 1500;

    [Fact]
    public async Task A_first_start_killed_at_any_instant_leaves_a_directory_that_the_next_one_serves()
    {
        using var world = new KilledWorld(offset: 4);
        for (var wanted = Kills.Share(30); world.Killed < wanted; world.Killed++)
        {
            var data = world.Fresh();
            await KillAsync(data, afterDesk: Making * world.Chance.NextDouble());
            try
            {
                await using var server = await RunningServer.StartAsync(data, KilledWorld.Settings(), TestContext.Current.CancellationToken);
            }
            catch (InvalidOperationException ended)
            {
                Assert.Fail(FormattableString.Invariant($"Seed {world.Seed}, kill {world.Killed}: {ended.Message}"));
            }
        }
    }

    private static async Task KillAsync(string data, double afterDesk)
    {
        using var process = Commands.Start(["serve", "--data", data, "--urls", "http://127.0.0.1:0"], KilledWorld.Settings());
        var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && !File.Exists(Path.Combine(data, "desk.db"))) await Task.Delay(2, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(afterDesk), TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 137, string.Concat(await printed));
    }
}
