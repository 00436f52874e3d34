using System.Globalization;
using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>A small outbreak in the hour before a demo begins: some who say the same and whom nobody has answered, so that its queue has one to show.</summary>
internal static class DemoOutbreak
{
    private static readonly string Said = $"no internet at all in {SimulatedWords.Places[0]}, the box blinks red and the hotline plays music";
    private static readonly TimeSpan Since = TimeSpan.FromMinutes(25), Apart = TimeSpan.FromMinutes(6);
    // Few words more, so that they are found to say the same; the last one means to leave.
    private static readonly string[] Begun = ["", "Great. ", "Hello? ", "Seriously, ", "", "Wow: "];
    private static readonly string[] Ended = ["!", ", again", ".", " today", ", help", ", cancelling my plan"];

    /// <summary>The posts, the oldest first, of people who write English.</summary>
    public static IEnumerable<SimulatedPost> Before(DateTimeOffset now)
    {
        var (random, people, seen) = (new Random(SimulatedWorld.UsualSeed), new SimulatedPeople(SimulatedWorld.UsualSeed), new HashSet<string>());
        for (var number = 0; number < Begun.Length;)
        {
            var (author, language) = people.Next(random);
            if (language != "en" || !seen.Add(author.Id)) continue;
            var source = SimulatedWorld.Sources[number % 2];
            var id = string.Create(CultureInfo.InvariantCulture, $"outbreak-{now.UtcTicks:x}-{number}");
            var at = now - Since - (Apart * (Begun.Length - number - 1));
            var text = Begun[number] + Said + Ended[number];
            number++;
            yield return new SimulatedPost(
                new Post
                {
                    Identity = new(source, id),
                    Author = author,
                    Text = $"@{SimulatedBrands.HandleOf(SimulatedBrands.Own)} {text}",
                    SourcePostedAt = at.WholeMilliseconds(),
                    Channel = SimulatedWorld.Channel,
                    Language = language,
                    Url = $"https://simulated.invalid/{source}/{id}",
                    Mentions = [SimulatedBrands.HandleOf(SimulatedBrands.Own)],
                },
                Intent.Complaint, SimulatedTopics.Outage.Name) { Sentiment = "negative" };
        }
    }
}
