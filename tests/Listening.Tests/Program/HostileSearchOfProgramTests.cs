using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Tests.Measuring;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Wherever the running program takes a search, a hostile one is answered or refused with its place.</summary>
[Collection(SharedProgram.Name)]
public sealed class HostileSearchOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("posts?limit=5&q=", SearchSubject.Posts, 13)]
    [InlineData("cases?limit=5&q=", SearchSubject.Cases, 11)]
    [InlineData("metrics/posts?filter=", SearchSubject.Posts, 17)]
    [InlineData("metrics/frt?filter=", SearchSubject.Posts, 29)]
    [InlineData("metrics/frt/posts?filter=", SearchSubject.Posts, 31)]
    [InlineData("export?format=ndjson&q=", SearchSubject.Posts, 37)]
    [InlineData("dashboards/operations/tiles/volume?filter=", SearchSubject.Posts, 41)]
    [InlineData("report?filter=", SearchSubject.Posts, 401)]
    public async Task In_an_address(string address, SearchSubject subject, int each)
    {
        using var reader = await program.WithKeyAsync("read,read:internal,triage");
        foreach (var text in Texts(subject, each))
        {
            using var answer = await reader.GetAsync(new Uri($"/api/v1/{address}{Uri.EscapeDataString(text)}", UriKind.Relative), HttpCompletionOption.ResponseContentRead, Cancelled);
            if (PlaceOf(text, subject) is not { } place)
            {
                Assert.Equal((text, HttpStatusCode.OK), (text, answer.StatusCode));
                continue;
            }

            Assert.Equal((text, HttpStatusCode.BadRequest), (text, answer.StatusCode));
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.NotEqual("", problem.GetProperty("detail").GetString());
            if (place >= 0) Assert.Equal((text, place), (text, problem.GetProperty("position").GetInt32()));
        }
    }

    [Theory]
    [InlineData("views", 23)]
    [InlineData("admin/rules/try", 13)]
    [InlineData("admin/rules", 47)]
    public async Task In_a_body(string address, int each)
    {
        using var admin = await program.WithKeyAsync("admin");
        foreach (var (index, text) in Texts(SearchSubject.Cases, each).Index())
        {
            using var answer = await admin.PostAsJsonAsync($"/api/v1/{address}", new { name = $"hostile {address.Length} {index % 7}", query = text, actions = new { tags = new[] { "hostile" } } }, Cancelled);
            // What is kept is kept without NUL and blanks around it, so that it may be read otherwise.
            var clean = text.Replace("\0", "", StringComparison.Ordinal).Trim();
            var expected = clean.Length == 0 || PlaceOf(clean, SearchSubject.Cases) is not null ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
            Assert.Equal((text, expected), (text, answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict ? HttpStatusCode.OK : answer.StatusCode));
            if (answer.Headers.Location is { } made && address == "admin/rules") using (await admin.DeleteAsync(made, Cancelled)) { }
        }

        // All that were kept are counted and listed.
        using var listed = await admin.GetAsync(new Uri($"/api/v1/{(address == "views" ? address : "admin/rules")}", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, listed.StatusCode);
        using var half = new StringContent("{\"name\":\"half\",\"query\":\"author:\\ud800\",\"actions\":{\"tags\":[\"x\"]}}", Encoding.UTF8, "application/json");
        using var halved = await admin.PostAsync(new Uri($"/api/v1/{address}", UriKind.Relative), half, Cancelled);
        Assert.True((int)halved.StatusCode < 500, $"{halved.StatusCode}");
    }

    // What is nothing but blanks finds everything and is no search.
    private static IEnumerable<string> Texts(SearchSubject subject, int each) =>
        HostileSearches.Of(subject).Where((text, index) => index % each == 0 && !string.IsNullOrWhiteSpace(text));

    // Null where it can be read; -1 where it is too long to be looked at.
    private static int? PlaceOf(string text, SearchSubject subject)
    {
        try
        {
            SearchQuery.Parse(text, subject);
            return null;
        }
        catch (MetricQuestionException fault)
        {
            return fault.Position ?? -1;
        }
    }
}
