namespace Listening.Web.Cases.Similar;

/// <summary>Cases that say much the same as another, the most alike first.</summary>
public sealed record SimilarList(IReadOnlyList<SimilarCase> Items);
