using Listening.Collecting;
using Listening.Conversations;
using Listening.Store;
using Listening.Store.Engine;
using Listening.Store.Engine.Server;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>A whole store on a server: opened as the program opens it, and with the facts of the embedded engine.</summary>
public sealed class StoreOnServerTests(EngineFixture engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_comes_to_the_facts_of_the_embedded_engine_also_after_a_rebuild_and_a_cut_off_run()
    {
        var history = RandomHistory.Of(21, posts: 70);
        await using var embedded = await OpenStore.NewAsync(engine);
        await embedded.StoreAndProjectAsync(history);
        var expected = await Facts.OfAsync(embedded);
        var cutOff = new CutOff();

        await using var server = await OpenStore.NewAsync(new ServerEngine(engine), stretch: 25, around: cutOff.Around);
        foreach (var batch in RandomHistory.Otherwise(history, 22)) await server.StoreAsync(batch);
        cutOff.FailAt(9, afterDoingIt: true);
        await Assert.ThrowsAsync<CutOffException>(server.ProjectAsync);
        cutOff.Repair();
        await server.ProjectAsync();
        Assert.Equal(expected, await Facts.OfAsync(server));

        await server.Projector.RebuildAsync(null, Cancellation);
        Assert.Equal(expected, await Facts.OfAsync(server));
        await using var again = await server.AgainAsync();
        Assert.Equal(expected, await Facts.OfAsync(again));
    }

    [Theory]
    [InlineData(Durability.Process)]
    [InlineData(Durability.Disk)]
    public async Task A_store_opens_on_a_server_stores_redacts_and_opens_again(Durability durability)
    {
        using var directory = new TemporaryDirectory();
        var options = await OptionsAsync(directory) with { Durability = durability };
        await using (var room = await StoreRoom.OpenAsync(options, TimeProvider.System, Cancellation))
        {
            var posts = Enumerable.Range(0, 30).Select(i => new CollectedPost(Some.Post($"{i}", "@acme help"), Some.Instant, Arrival.Live));
            Assert.Equal(new StoreReceipt(30, 0, 0), (await room.Posts.StoreAsync([new PostBatch([.. posts])], Cancellation))[0]);
            using var projector = room.Projector(OpenStore.Registry, new ClockRules());
            await projector.CatchUpAsync(Cancellation);
            Assert.Equal(30UL, await OneAsync(room, "SELECT count() FROM posts"));
            Assert.Equal(30, await room.Redactor(OpenStore.Registry, projector).RedactOlderThanAsync(Some.Instant.AddDays(30), Cancellation));
            await room.Optimizer.OptimizeAsync(Cancellation);
            Assert.InRange((await room.FiguresAsync(Cancellation)).Rows, 30, 1000);
        }

        await using var again = await StoreRoom.OpenAsync(options, TimeProvider.System, Cancellation);
        Assert.Equal(30UL, await OneAsync(again, "SELECT count() FROM posts"));
    }

    [Fact]
    public async Task One_process_at_a_time_works_with_a_server_from_a_directory()
    {
        using var directory = new TemporaryDirectory();
        var options = await OptionsAsync(directory);
        await using var room = await StoreRoom.OpenAsync(options, TimeProvider.System, Cancellation);

        await Assert.ThrowsAsync<EngineInUseException>(() => StoreRoom.OpenAsync(options, TimeProvider.System, Cancellation));
    }

    [Fact]
    public async Task A_wrong_password_is_one_sentence_that_does_not_say_it()
    {
        using var directory = new TemporaryDirectory();
        var right = await OptionsAsync(directory);
        var wrong = right with { Server = right.Server! with { Password = "not-the-secret" } };

        var refused = await Assert.ThrowsAsync<EngineUnavailableException>(() => StoreRoom.OpenAsync(wrong, TimeProvider.System, Cancellation));

        Assert.Equal(516, Assert.IsType<StoreQueryException>(refused.InnerException).Code);
        Assert.Contains("does not know this user", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_signed_is_refused()
    {
        var options = (await engine.FrontAsync()).Front.Options with { Certificate = null };

        var refused = await Assert.ThrowsAsync<EngineUnavailableException>(() => ClickHouseServer.OpenAsync(options, Cancellation));

        Assert.Contains("No trusted connection", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> OneAsync(StoreRoom room, string sql)
    {
        await foreach (var row in room.Facts.ReadAsync(new(sql, new Dictionary<string, object?>()), Cancellation)) return row.Values[0];
        return null;
    }

    private async Task<StoreOptions> OptionsAsync(TemporaryDirectory directory)
    {
        var name = "test_" + Guid.NewGuid().ToString("N")[..16];
        return new() { Directory = directory.Path, Database = name, Published = name + "_published", Server = (await engine.FrontAsync()).Front.Options };
    }
}
