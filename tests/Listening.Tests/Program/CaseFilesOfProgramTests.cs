using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Several cases in one answer are what each of the four endpoints says of each of them.</summary>
[Collection(SharedProgram.Name)]
public sealed class CaseFilesOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_say_what_the_case_its_conversation_its_post_and_its_composer_say()
    {
        await program.SendAsync(
            program.Post("files", "1", "ana", 0), program.Post("files", "2", "ben", 1, "1"), program.Post("files", "3", "bolt", 2, "1"), program.Post("files", "4", "cem", 3),
            new(program.Post("files", "5", "dora", 4)) { ["attachments"] = new[] { new { kind = "image", url = "https://example.com/a.png", alt = "A bag" } } });
        var ids = (await program.QueueAsync("files", 4)).ConvertAll(item => item.GetProperty("case").GetProperty("id").GetInt64());
        await program.DoneAsync($"{ids[0]}/notes", new { text = "He called." });
        await program.DoneAsync($"{ids[1]}/tags", new { add = new[] { "vip" } });
        await program.DoneAsync($"{ids[3]}/merge", new { into = ids[2] });

        using var asked = await program.Agent.GetAsync(new Uri($"/api/v1/cases/files?ids={ids[2]},999999,{ids[0]},{ids[1]},{ids[3]},{ids[0]}", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.OK, "no-store"), (asked.StatusCode, $"{asked.Headers.CacheControl}"));
        var files = (await asked.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("items").EnumerateArray().ToDictionary(file => file.GetProperty("id").GetInt64());

        Assert.Equal([ids[2], ids[0], ids[1], ids[3]], files.Keys);
        foreach (var (id, file) in files)
        {
            var detail = await TextAsync($"cases/{(id == ids[3] ? ids[2] : id)}");
            Assert.Equal(detail, file.GetProperty("detail").GetRawText());
            var post = JsonDocument.Parse(detail).RootElement.GetProperty("case").GetProperty("postId").GetString();
            Assert.Equal(await TextAsync($"conversations/mastodon/{post}"), file.GetProperty("conversation").GetRawText());
            Assert.Equal(await TextAsync($"posts/mastodon/{post}"), file.GetProperty("post").GetRawText());
            Assert.Equal(await TextAsync($"cases/{(id == ids[3] ? ids[2] : id)}/composer"), file.GetProperty("composer").GetRawText());
        }
    }

    [Fact]
    public async Task Who_may_not_read_gets_no_post_and_what_is_no_list_of_numbers_is_refused()
    {
        await program.SendAsync(program.Post("files2", "1", "ana", 0));
        var id = Assert.Single(await program.QueueAsync("files2", 1)).GetProperty("case").GetProperty("id").GetInt64();
        using var triage = await program.WithKeyAsync("triage");
        var file = Assert.Single((await triage.GetFromJsonAsync<JsonElement>($"/api/v1/cases/files?ids={id}", Cancelled)).GetProperty("items").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, id), (file.GetProperty("conversation").ValueKind, file.GetProperty("post").ValueKind, file.GetProperty("detail").GetProperty("case").GetProperty("id").GetInt64()));

        foreach (var ids in (string[])["", "x", "1,", "-1", "1;2", "99999999999999999999", "1 OR 1=1", string.Join(',', Enumerable.Range(1, 21))])
        {
            using var refused = await program.Agent.GetAsync(new Uri($"/api/v1/cases/files?ids={Uri.EscapeDataString(ids)}", UriKind.Relative), Cancelled);
            Assert.Equal((ids, HttpStatusCode.BadRequest), (ids, refused.StatusCode));
        }

        using var none = await program.Agent.GetAsync(new Uri("/api/v1/cases/files", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    private Task<string> TextAsync(string path) => program.Agent.GetStringAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancelled);
}
