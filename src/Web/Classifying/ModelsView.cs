using Listening.Classifying;
using Listening.Models.Living;

namespace Listening.Web.Classifying;

/// <summary>The models, and how learning goes.</summary>
/// <param name="RetrainAfter">So many new corrections of a task make the next training.</param>
/// <param name="Items">The tasks.</param>
/// <param name="Topics">A company's own topics.</param>
/// <param name="SortingAgain">How the last sorting of the past goes or went; null when there was none since the start.</param>
public sealed record ModelsView(int RetrainAfter, IReadOnlyList<ModelView> Items, TopicTaxonomy Topics, SortingAgain? SortingAgain);
