namespace GeminiGen;

/// <summary>What vectors are for (the API's <c>taskType</c>). What is searched and what is searched for are embedded by different tasks.</summary>
public enum EmbeddingTask
{
    /// <summary>A search query; the documents are <see cref="RetrievalDocument"/>.</summary>
    RetrievalQuery,

    /// <summary>A document to be found.</summary>
    RetrievalDocument,

    /// <summary>Text whose likeness to other text is wanted.</summary>
    SemanticSimilarity,

    /// <summary>Text to be sorted into given classes.</summary>
    Classification,

    /// <summary>Text to be grouped.</summary>
    Clustering,

    /// <summary>A question; what may answer it is <see cref="RetrievalDocument"/>.</summary>
    QuestionAnswering,

    /// <summary>A claim; what may prove it is <see cref="RetrievalDocument"/>.</summary>
    FactVerification,

    /// <summary>A search for code in words; the code is <see cref="RetrievalDocument"/>.</summary>
    CodeRetrievalQuery,
}
