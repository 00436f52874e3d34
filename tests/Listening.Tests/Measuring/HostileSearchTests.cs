using Listening.Measuring;
using Listening.Measuring.Searching;
using Xunit;

namespace Listening.Tests.Measuring;

public sealed class HostileSearchTests
{
    [Fact]
    public void Every_field_that_there_is_is_tried()
    {
        string[] all = [.. Enum.GetNames<SearchField>(), .. Enum.GetNames<CaseField>(), .. Enum.GetNames<CaseNumber>()];
        var tried = new List<string>();
        foreach (var subject in Enum.GetValues<SearchSubject>())
            foreach (var (field, good, means) in HostileSearches.Fields(subject))
            {
                var read = SearchQuery.Parse($"{field}:{good}", subject).Condition switch
                {
                    FieldIs found => $"{found.Field}",
                    CaseFieldIs found => $"{found.Field}",
                    CaseNumberIs found => $"{found.Number}",
                    _ => "",
                };
                Assert.Equal((field, means), (field, read));
                tried.Add(read);
            }

        Assert.Empty(all.Except(tried));
    }

    [Theory]
    [InlineData(SearchSubject.Posts)]
    [InlineData(SearchSubject.Cases)]
    public void Whatever_is_written_is_understood_or_refused_with_the_place(SearchSubject subject)
    {
        var (understood, refused) = (0, 0);
        foreach (var text in HostileSearches.Of(subject))
            try
            {
                Assert.Equal(text, SearchQuery.Parse(text, subject).Text);
                understood++;
            }
            catch (MetricQuestionException fault)
            {
                Assert.Equal("filter", fault.Parameter);
                if (text.Length <= SearchQuery.MaximumLength) Assert.InRange(fault.Position ?? -1, 0, text.Length);
                refused++;
            }

        Assert.True(understood > 1_000 && refused > 500, $"{understood} understood, {refused} refused");
    }
}
