using Listening.Cases.Replying;
using Listening.Collecting;

namespace Listening.Web.Replying;

/// <summary>An answer to a case.</summary>
/// <param name="Id">Its key.</param>
/// <param name="State">Where it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="SendsAt">When it is sent or tried again; null when it is not.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Reason">Why it was refused, could not be sent yet or was given back.</param>
/// <param name="Kind">What its writer says it is; null leaves it to the model.</param>
/// <param name="SentAt">When it was known to be there.</param>
/// <param name="Post">The sent post.</param>
/// <param name="Url">Where a person can read it.</param>
/// <param name="SeenAt">When its source had given it back.</param>
public sealed record ReplyView(
    Guid Id, ReplyState State, string Text, string By, DateTimeOffset WrittenAt, DateTimeOffset? SendsAt, int Tries, string? Reason, string? Kind, DateTimeOffset? SentAt, PostId? Post,
    string? Url, DateTimeOffset? SeenAt)
{
    /// <summary>Who approved it, or gave it back; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Its writer's words, where who approved it changed them.</summary>
    public string? Original { get; init; }

    /// <summary>As it stands.</summary>
    public static ReplyView Of(CaseReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new(
            reply.Id, reply.State, reply.Text, reply.By, reply.WrittenAt, reply.State == ReplyState.Waiting ? reply.Next : null, reply.Tries, reply.Reason, reply.Kind, reply.SentAt, reply.Post,
            reply.Url, reply.SeenAt) { ApprovedBy = reply.ApprovedBy, ApprovedAt = reply.ApprovedAt, Original = reply.Original };
    }
}
