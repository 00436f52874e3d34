using Listening.Cases.Asking;
using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Conversations;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Cases;

public sealed class QuestionStepsTests
{
    private static readonly InsideQuestion Asked = QuestionSteps.After(
        new() { Id = Guid.CreateVersion7(Some.Instant), CaseId = 1, Channel = Guid.Empty, Source = "chat", Text = "Where?", By = "amy", WrittenAt = Some.Instant, State = QuestionState.Sending, Tries = 1, Next = null },
        new ReplySent(new("chat", "1"), null), Some.Instant.AddSeconds(2));

    [Fact]
    public void The_first_good_answer_is_by_somebody_else_and_no_question_and_more_than_a_word()
    {
        List<StoredPost> thread = [Post("1", "bot", 2, "Where?"), Post("2", "bot", 3, "I add the number."), Post("3", "cy", 4, "Which one?"), Post("4", "cy", 5, "@amy hm"), Post("5", "di", 6, "In the cellar.") with { DeletedAt = Some.Instant }];
        Assert.Null(QuestionSteps.Answered(Asked, thread));

        var answered = QuestionSteps.Answered(Asked, [.. thread, Post("7", "cy", 90, "No, in the attic."), Post("6", "di", 62, "Hall four, since May.")])!;
        Assert.Equal((QuestionState.Answered, "6", "Hall four, since May.", "di", null), (answered.State, answered.AnswerId, answered.Answer, answered.AnsweredBy, answered.Next));
        Assert.Equal((2, 60), ((answered.AskedAt - answered.WrittenAt)!.Value.TotalSeconds, (answered.AnsweredAt - answered.AskedAt)!.Value.TotalSeconds));
    }

    [Fact]
    public void An_answer_is_waited_for_two_weeks()
    {
        Assert.Equal(Some.Instant.AddMinutes(61), QuestionSteps.Looked(Asked, Some.Instant.AddHours(1)).Next);
        var late = QuestionSteps.Looked(Asked, Some.Instant.AddDays(15));
        Assert.Equal((QuestionState.Failed, "Nobody answered within two weeks.", null), (late.State, late.Reason, late.Next));
    }

    private static StoredPost Post(string id, string author, double second, string text) => new()
    {
        Key = PostKey.Of("chat", id), Identity = new("chat", id), Author = new(author, author), Party = Party.Employee, Text = text, PostedAt = Some.Instant.AddSeconds(second), Audience = Audience.Internal,
    };
}
