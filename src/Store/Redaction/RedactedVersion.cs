using System.Buffers;
using System.Text;
using Listening.Brands;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Store.Redaction;

/// <summary>A stored version without its words and with what was concluded from them.</summary>
/// <param name="Post">Key of the identity, as it was.</param>
/// <param name="Version">As it was: the row replaces the one with the words.</param>
/// <param name="FirstSeen">As it was.</param>
/// <param name="Arrival">As it was.</param>
/// <param name="SourcePostedAt">As it was.</param>
/// <param name="Raw">The post in its wire form without text, mark-up, address, tags, attachments and the author's name.</param>
/// <param name="Kept">Brands, exclusion and wording, which the facts rest on.</param>
/// <param name="Sorted">What models said of its words, as it was.</param>
internal sealed record RedactedVersion(
    UInt128 Post, UInt128 Version, DateTimeOffset FirstSeen, Arrival Arrival, DateTimeOffset SourcePostedAt, string Raw, KeptConclusions Kept,
    SortedLabels Sorted)
{
    /// <summary>From a row of <c>Due.sql</c>.</summary>
    public static RedactedVersion Of(FactRow row, BrandRegistry registry)
    {
        var post = PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw")));
        var brand = registry.AccountOf(post) is not null && post.RepostOf is null;
        var kept = new KeptConclusions(
            registry.Named(post), registry.RelevanceOf(post) == Relevance.Excluded, brand ? Wording.Fingerprint(post.Text) : 0);
        var buffer = new ArrayBufferWriter<byte>();
        // The author's id and handle stay: waits are keyed by them, and who is a brand is known by its handle.
        var silent = post with
        {
            Text = "", Html = null, Url = null, Tags = [], Attachments = [], Author = post.Author with { Name = null },
            // Whom a reply was to stays known, also where only its text said so.
            Mentions = BrandRegistry.MentionsOf(post),
        };
        PostJson.Write(buffer, silent);
        return new(row.Get<UInt128>("post"), row.Get<UInt128>("version"), row.Get<DateTimeOffset>("first_seen"), (Arrival)row.Get<long>("way"),
            row.Get<DateTimeOffset>("source_posted_at"), Encoding.UTF8.GetString(buffer.WrittenSpan), kept, SortedLabels.Of(row));
    }
}
