namespace Listening.Cases;

/// <summary>One change of several, with what takes it back.</summary>
/// <param name="Id">The case.</param>
/// <param name="Receipt">What became of it.</param>
/// <param name="Undo">What takes it back; null when it was not done.</param>
public sealed record CaseStep(long Id, CaseReceipt Receipt, UndoCase? Undo);
