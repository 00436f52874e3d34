namespace Listening.Collecting.Pulling;

/// <summary>Pages of one run, as long as its budget lasts.</summary>
internal sealed class PageSource(ISourceReader reader, int budget, PageIntake intake)
{
    private int left = budget;

    /// <summary>Whether a page was wanted that the budget did not give.</summary>
    public bool Spent { get; private set; }

    /// <summary>The page; null when the budget is spent.</summary>
    public async Task<PageAnswer?> NextAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (left-- <= 0)
        {
            Spent = true;
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var answer = await reader.ReadAsync(request, cancellationToken);
        intake.CountPage();
        return answer switch
        {
            SourcePage { End: PageEnd.More, Next: null } => new PageFailure(FailureKind.Unreadable, "more is announced, and no way to it"),
            SourcePage or PageFailure => answer,
            _ => throw new InvalidOperationException($"A reader answered a page with {answer.GetType().Name}."),
        };
    }
}
