using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Who waits, as the running program tells it.</summary>
[Collection(SharedProgram.Name)]
public sealed class AuthorOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_author_has_a_history_and_two_accounts_are_one_person_when_somebody_says_so()
    {
        await program.SendAsync(
            program.Post("f", "1", "fay", 0), program.Post("f", "2", "casef", 10, "1"), program.Post("f", "3", "fay", 20),
            program.Post("f", "4", "fay2", 25), program.Post("f", "5", "fay", 30, text: "What a day", names: []));
        await program.WaitsAsync("f-1", waits => waits.Count == 1 && waits[0].GetProperty("closedAt").ValueKind == JsonValueKind.String);
        var id = (await program.QueueAsync("f", 2)).Select(item => item.GetProperty("case")).Single(one => one.GetProperty("author").GetString() == "fay").GetProperty("id").GetInt64();
        await program.PollAsync("/api/v1/posts/mastodon/f-5", _ => true);

        var card = await CardAsync(id);
        Assert.Equal((3, 2, 2, 1), Counts(card));
        Assert.Equal(program.Start, card.GetProperty("history").GetProperty("firstPost").GetDateTimeOffset());
        Assert.Equal(("known", 2), (card.GetProperty("loyalty").GetProperty("word").GetString(), card.GetProperty("loyalty").GetProperty("n").GetInt32()));
        Assert.Contains("answered 1 of 2 times", card.GetProperty("loyalty").GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal("https://crm.example.com/?q=fay", card.GetProperty("record").GetString());

        await program.DoneAsync($"{id}/author/same", new { source = "mastodon", author = "fay2" });
        await program.DoneAsync($"{id}/author/same", new { source = "mastodon", author = "fay2" });
        card = await CardAsync(id);
        Assert.Equal((4, 3, 3, 1), Counts(card));
        Assert.Equal("fay2", Assert.Single(card.GetProperty("same").EnumerateArray()).GetProperty("author").GetString());
        Assert.Contains(card.GetProperty("cases").EnumerateArray(), one => one.GetProperty("snippet").GetString()!.Contains("fay2", StringComparison.Ordinal));

        foreach (var (source, author) in new (string?, string?)[] { ("mastodon", "fay"), ("", "x"), (null, null), ("mastodon", new string('x', 513)), ("a\nb", "x") })
        {
            using var refused = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, $"{id}/author/same", new { source, author });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await program.DoneAsync($"{id}/author/same", new { source = "'; DROP TABLE same_people; --", author = "\"}]" });
        Assert.Equal(2, (await CardAsync(id)).GetProperty("same").GetArrayLength());
        using var apart = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Delete, $"{id}/author/same?source=mastodon&author=fay2");
        Assert.Equal(HttpStatusCode.OK, apart.StatusCode);
        Assert.Equal((3, 2, 2, 1), Counts(await CardAsync(id)));
        using var admin = await program.WithKeyAsync("admin");
        var audit = await admin.GetStringAsync(new Uri("/api/v1/admin/audit", UriKind.Relative), Cancelled);
        Assert.Contains("author.same", audit, StringComparison.Ordinal);
        Assert.Contains("author.other", audit, StringComparison.Ordinal);
    }

    private Task<JsonElement> CardAsync(long id) => program.Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/author", Cancelled);

    private static (int Posts, int About, int Waits, int Answered) Counts(JsonElement card) => card.GetProperty("history") is var history
        ? (history.GetProperty("posts").GetInt32(), history.GetProperty("about").GetInt32(), history.GetProperty("waits").GetInt32(), history.GetProperty("answered").GetInt32()) : default;
}
