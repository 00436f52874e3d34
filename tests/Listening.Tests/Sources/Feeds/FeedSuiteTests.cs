using System.Text.RegularExpressions;
using Listening.Collecting;
using Listening.Sources.Feeds;
using Listening.Sources.Html;
using Xunit;

namespace Listening.Tests.Sources.Feeds;

/// <summary>The two public suites of feeds, ill-formed ones included: what the one expects is written at the top of its files.</summary>
public sealed partial class FeedSuiteTests
{
    private static readonly Uri Address = new("http://127.0.0.1:8097/tests/feed.xml");

    // In these the suite speaks of mark-up that it sanitises by rules of its own; here it is plain text, or none.
    private static readonly string[] MarkUp =
    [
        "fp-wellformed-atom10-entry_content_div_escaped_markup.xml", "fp-wellformed-atom10-entry_content_text_plain_brackets.xml",
        "fp-wellformed-sanitize-item_content_encoded_script_nested_cdata.xml", "fp-wellformed-sanitize-item_description_crazy.xml",
        // It wants the Content-Location header.
        "fp-wellformed-base-http_entry_author_url_base_content_location.xml",
    ];

    [Fact]
    public void No_feed_of_the_suites_throws_and_every_post_keeps_the_limits()
    {
        var (feeds, items, none) = (0, 0, new List<string>());
        foreach (var file in Files())
        {
            var feed = FeedDocument.Read(File.ReadAllBytes(file), Type(file), Address);
            if (feed is null)
            {
                none.Add(Path.GetFileName(file));
                continue;
            }

            feeds++;
            var posts = new FeedPosts("suite", feed, Some.Instant);
            foreach (var item in posts.Items) PostLimits.Checked(item.Post);
            Assert.Equal(posts.Items.Count, posts.Items.Select(item => item.Post.Identity.Id).Distinct().Count());
            items += posts.Items.Count;
        }

        Assert.Equal(695, feeds + none.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{feeds} feeds, {items} items; none: {string.Join(", ", none)}");
        Assert.Equal((691, 374), (feeds, items));
    }

    [Fact]
    public void What_the_suite_expects_of_titles_texts_ids_links_authors_and_instants_comes_out()
    {
        var (met, missed) = (0, new List<string>());
        foreach (var file in Files())
        {
            if (MarkUp.Contains(Path.GetFileName(file)) || Expectation(file) is not { } expected || FeedDocument.Read(File.ReadAllBytes(file), Type(file), Address) is not { } feed) continue;
            if (Found(feed, expected.Field) is not { } found) continue;
            if (found == expected.Value) met++;
            else missed.Add($"{Path.GetFileName(file)}: {expected.Field} is «{found}» and not «{expected.Value}»");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{met} met\n{string.Join('\n', missed)}");
        Assert.Empty(missed);
        Assert.Equal(189, met);
    }

    private static string? Found(FeedDocument feed, string field)
    {
        if (field is "feed['title']" or "feed.title" or "feed['title_detail']['value']") return Plain(feed.Title);
        if (feed.Entries.Count == 0) return null;
        var first = feed.Entries[0];
        return field switch
        {
            "entries[0]['title']" or "entries[0]['title_detail']['value']" => Plain(first.Title),
            "entries[0]['description']" or "entries[0]['content'][0]['value']" => Plain(first.Content),
            "entries[0]['id']" => first.Id,
            "entries[0]['link']" => first.Link?.AbsoluteUri ?? "",
            "entries[0]['author']" or "entries[0]['author_detail']['name']" => first.Author ?? "",
            "entries[0]['author_detail']['url']" or "entries[0]['author_detail']['href']" => first.AuthorId ?? "",
            "len(entries)" => feed.Entries.Count.ToString((IFormatProvider?)null),
            _ => null,
        };
    }

    private static string Plain(string html) => Spaces().Replace(HtmlReader.Read(html).Text, " ");

    private static (string Field, string Value)? Expectation(string file)
    {
        if (!Path.GetFileName(file).StartsWith("fp-", StringComparison.Ordinal)) return null;
        var text = FeedBytes.Decode(File.ReadAllBytes(file), null);
        if (Expected().Match(text) is not { Success: true } match) return null;
        var field = match.Groups["field"].Value.Trim();
        if (match.Groups["value"].Value.Trim() is [>= '0' and <= '9', ..] number) return (field, number);
        if (PythonText.Read(match.Groups["value"].Value) is not { } value) return null;
        return (field, field.Contains("title", StringComparison.Ordinal) || field.Contains("value", StringComparison.Ordinal) || field.Contains("description", StringComparison.Ordinal) ? Plain(value) : value);
    }

    // The suite serves a file under the type that its first comment names.
    private static string? Type(string file) => ContentType().Match(FeedBytes.Decode(File.ReadAllBytes(file), null)) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    private static string[] Files() => [.. Directory.EnumerateFiles(SharedData.Folder("payloads/feeds")).Order(StringComparer.Ordinal)];

    [GeneratedRegex("""Expect:\s*(?:not bozo and |bozo and )?(?<field>[^\n]*?)\s*==\s*(?<value>[^\n]*)""")]
    private static partial Regex Expected();

    [GeneratedRegex("""(?:Content-type|Header: Content-type):\s*([^\n]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex ContentType();

    [GeneratedRegex("""\s+""")]
    private static partial Regex Spaces();
}
