namespace Listening.Conversations;

/// <summary>Something that happened in the work on a customer.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="By">Which agent did it; empty for what was seen in public.</param>
/// <param name="To">To whom it was given; empty otherwise.</param>
public sealed record WorkAct(DateTimeOffset At, WorkActKind Kind, string By = "", string To = "");
