using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>What people wrote at dates.</summary>
/// <param name="Items">By date.</param>
public sealed record AnnotationItems(IReadOnlyList<Annotation> Items);
