using Listening.Classifying;
using Listening.Collecting;
using Listening.Sources.Simulated;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class CustomerAnswerTests
{
    private const string Helpful = "We have restarted your line just now; please look again.";

    [Fact]
    public void An_empty_phrase_is_one_complaint_more() => Assert.Equal(
        new CustomerAnswer("That does not help me at all. What now?", Intent.Complaint, "negative"), CustomerAnswer.To(new("network", "1"), "  We are sorry to hear it.  "));

    [Fact]
    public void A_question_is_answered_and_leaves_the_customer_waiting() => Assert.Equal(
        new CustomerAnswer("Since this morning, and I tried it twice. What should I do?", Intent.Question, "neutral"),
        CustomerAnswer.To(new("network", "1"), "Since when does your line fail, please?"));

    [Fact]
    public void The_same_post_gets_the_same_answer_and_one_in_four_brings_up_a_question()
    {
        var posts = Enumerable.Range(0, 1000).Select(number => new PostId("network", $"{number}")).ToList();
        var first = posts.ConvertAll(post => CustomerAnswer.To(post, Helpful));
        Assert.Equal(first, posts.ConvertAll(post => CustomerAnswer.To(post, Helpful)));
        Assert.Equal(5, first.Distinct().Count());
        Assert.Equal(247, first.Count(answer => answer.Intent == Intent.Question));
        Assert.Equal(1000, first.Count(answer => answer.Intent is Intent.Question or Intent.Other));
    }
}
