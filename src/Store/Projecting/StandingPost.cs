using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;

namespace Listening.Store.Projecting;

/// <summary>A post as all its versions together make it; the same whatever order they came in.</summary>
internal sealed class StandingPost
{
    public required UInt128 Key { get; init; }

    /// <summary>The newest version that is not a deletion, else the deletion.</summary>
    public required Post Shown { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required Arrival Arrival { get; init; }

    public required PostedInstant Posted { get; init; }

    /// <summary>What the source said of the instant in <see cref="Posted"/>.</summary>
    public required DateTimeOffset SourcePostedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public required int Versions { get; init; }

    /// <summary>The post it answers.</summary>
    public UInt128? Parent { get; init; }

    /// <summary>Every post that ties it into a conversation, by any version.</summary>
    public required IReadOnlyList<UInt128> Edges { get; init; }

    public required Party Party { get; init; }

    public string? Account { get; init; }

    public required IReadOnlyList<string> Named { get; init; }

    public required Relevance Relevance { get; init; }

    /// <summary>Of the wording of a brand's post; 0 for everyone else.</summary>
    public required ulong Fingerprint { get; init; }

    public required PostLabels Labels { get; init; }

    /// <summary>Whether it asks for an answer by its model's probability; null where its intent alone decides.</summary>
    public bool? Asks { get; init; }

    /// <summary>Decided by its ties.</summary>
    public UInt128 Conversation { get; set; }

    /// <summary>Its wording comes too often and too fast to be a person's.</summary>
    public bool AutomatedWording { get; set; }

    public DateTimeOffset PostedAt => Posted.At;

    /// <summary>What the author is to us, its wording considered.</summary>
    public Party Writer => AutomatedWording ? Party.Automated : Party;

    /// <summary>What it is to a brand, in tone and in intent; what a brand's account writes is neither, unless a person says so.</summary>
    public string Voice(string task) => Account is null || Labels.ByPerson(task) ? Labels[task] : "";

    /// <summary>The kind of answer that a brand's post is; empty where only the rules of the schema tell.</summary>
    public string AnswerKind => Account is not null && Labels[LabelTasks.AnswerKind] is var kind && kind != Classifying.PostLabels.NotSure ? kind : "";

    public string Language => Labels[LabelTasks.Language] is { Length: > 0 } sorted ? sorted : Shown.Language ?? "";
}
