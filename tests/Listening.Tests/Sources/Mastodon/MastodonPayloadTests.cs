using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting;
using Listening.Sources.Mastodon;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>Answers recorded from a real server and those of the documentation: 255 files.</summary>
public sealed partial class MastodonPayloadTests
{
    [Fact]
    public void Every_status_in_the_payloads_is_the_post_that_it_tells()
    {
        var (files, whole, broken) = (0, 0, 0);
        foreach (var file in Payloads.Of("mastodon"))
        {
            files++;
            foreach (var status in Statuses(Payloads.Body(file)))
            {
                if (Posts().Of(status) is not { } post)
                {
                    // The documentation leaves fields out.
                    Assert.EndsWith(".jsonc", file, StringComparison.Ordinal);
                    broken++;
                    continue;
                }

                whole++;
                PostLimits.Checked(post);
                Assert.Equal(new("mastodon", status.GetProperty("uri").GetString()!), post.Identity);
                Assert.Equal(Text(status), Blank().Replace(post.Text, ""));
                Assert.Equal(status.GetProperty("created_at").GetDateTimeOffset(), post.SourcePostedAt);
                Assert.Equal(status.GetProperty("in_reply_to_id").GetString() is null, post.InReplyTo is null);
                Assert.Equal(status.GetProperty("favourites_count").GetInt64(), post.Counts.Likes);
                Assert.Equal(status.GetProperty("account").GetProperty("acct").GetString(), post.Author.Handle.Split("@localhost:3000")[0]);
            }
        }

        Assert.Equal((255, 96, 2), (files, whole, broken));
    }

    private static MastodonPosts Posts() => new(new(null!, new("http://localhost:3000"), "localhost:3000", null, new()));

    private static string Text(JsonElement status)
    {
        var html = $"{status.GetProperty("spoiler_text").GetString()}{status.GetProperty("content").GetString()}";
        return Blank().Replace(System.Net.WebUtility.HtmlDecode(Markup().Replace(html, "")), "");
    }

    private static IEnumerable<JsonElement> Statuses(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().SelectMany(Statuses);
        if (value.ValueKind != JsonValueKind.Object) return [];
        var inner = value.EnumerateObject().SelectMany(field => Statuses(field.Value));
        return value.TryGetProperty("content", out _) && value.TryGetProperty("visibility", out _) && value.TryGetProperty("id", out _) && IsNoBoost(value) ? inner.Prepend(value) : inner;
    }

    private static bool IsNoBoost(JsonElement status) => !status.TryGetProperty("reblog", out var reblog) || reblog.ValueKind != JsonValueKind.Object;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
